# ends: endless
while True:
    pass
