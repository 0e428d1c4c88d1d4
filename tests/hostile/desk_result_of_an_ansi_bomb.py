# ends: ok
esc = '\x1b'
print(esc + '[2J' + esc + '[H' + esc + ']0;title\a' + esc + '[9999999999999C' + esc + '[?1049h')
(esc + '[31;1;4;7m') * 20_000
