"""The trained part of coding: is this word the trigger of an event, of which kind, and who takes part."""
