"""The dates of the five municipalities' rules: what a unit must do, and by when.

One rule is one entry of its municipality's file; ``registry`` lists the files. Facts come in as a
small document, dated to-dos go out.
"""
