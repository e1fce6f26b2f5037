"""Templates of disclosures, one TOML file each."""
