"""The month document: frozen values, one file per topic; ``Month`` holds them all."""
