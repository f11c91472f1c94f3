"""The workstation of people who answer a wellbeing county's advice chat."""
