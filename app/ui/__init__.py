"""The screens: windows, panes and models that mirror what the desk shows."""
