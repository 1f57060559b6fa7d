"""Frozen values: units, places, clients, orders, visits, caregivers, rosters; Case and Plan."""
