"""A month from many documents and published plans: joined so that nothing is dropped unseen.

``join`` joins the documents that were imported, ``with_plans`` adds what published plans plan.
"""
