"""Small named functions that the compensation models share."""
