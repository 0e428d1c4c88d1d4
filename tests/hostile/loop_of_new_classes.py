# ends: endless | memory
while True:
    type('A', (), {})
