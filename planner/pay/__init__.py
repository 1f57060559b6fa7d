"""Planned and performed time becomes money: compensation models, the month, what is billed.

How it hangs together:

- ``model`` is the month document: what was ordered, planned, performed, declined, and so on.
- ``account`` is everything about one household in that month, in a fixed order.
- ``compensation`` says what a compensation model is: it turns an account into lines.
- ``models`` has one model per municipality; a new one is a new file there.
- ``lines`` and ``totals`` are the result: what is paid, what the client is billed for, and why not.
- ``steps`` are the small functions that the models share.
- ``deadlines`` tells what is due when, ``followup`` what to look at, ``invoice`` makes the invoice.
- ``tariff`` holds prices; without one minutes and counts are still exact.
"""
