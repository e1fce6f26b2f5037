"""Relations between facts, and which fact is wrong where some do not hold."""
