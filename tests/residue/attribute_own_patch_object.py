# finds: attribute Mailer.send reverted
from unittest.mock import patch

class Mailer:
    def send(self, address):
        raise RuntimeError('no network')

# --- next cell
with patch.object(Mailer, 'send', return_value='queued') as fake:
    state = Mailer().send('a@example.org')
    fake.assert_called_once()
print(state)
