"""HTTP: staff, customers, facts, health; who may call what is asked of helpline.roles."""
