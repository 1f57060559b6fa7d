"""The demo: a seeded made-up municipality in Lund's proportions on real streets."""

from api.demo.generate import FIRST_DAY, Demo, generate
from api.demo.sizes import DemoSize

__all__ = ["FIRST_DAY", "Demo", "DemoSize", "generate"]
