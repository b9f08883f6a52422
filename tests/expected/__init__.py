"""What tests expect, and how it was made."""
