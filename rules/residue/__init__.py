"""BL90x: what drafting, templates and tools leave behind in a document to be published."""
