"""A demonstration CMS that implements the contract: the other side of the wire, strange to newsdesk."""
