"""A demonstration CMS that implements the contract. It knows nothing of newsdesk: it is the other side of the wire."""
