# ends: endless
text = 'a' * 1_000_000
while True:
    text.count('a' * 1000 + 'b')
    text.find('b' + 'a' * 1000)
