"""What people work by already: published plans and performed visits, and what of them stays."""
