"""Neighbourhoods, one per file. A proposal fills ``take`` and ``put`` or changes the rounds.

``slack`` is what the certain part of the cost (travel, pair, unplaced, faces) may still grow
before the move would surely be refused; proposals that exceed it end before any propagation.
"""
