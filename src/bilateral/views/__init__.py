"""What readers see: dates and events in words, charts, the briefing."""
