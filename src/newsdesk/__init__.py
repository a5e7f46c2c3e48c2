"""newsdesk: write articles offline, review them in Word, send them to the CMS exactly once."""

__version__ = "0.1.0"
