# ends: ok
ｘ = 1
print(x, 'ﬁ', '\u202e reversed', '\u200b', '🐍' * 3)
