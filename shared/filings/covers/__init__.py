"""The cover page: registrant, address, numbers, check boxes, securities."""
