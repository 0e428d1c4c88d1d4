# finds: nothing
from unittest.mock import Mock, call

def greet_all(mailer, names):
    return [mailer.send(name, text=f"hello {name}") for name in names]

mailer = Mock(name="mailer")
mailer.send.return_value = "sent"
answers = greet_all(mailer, ["ann", "bob"])
mailer.send.assert_called_with("bob", text="hello bob")
expected = [call("ann", text="hello ann"), call("bob", text="hello bob")]
print(answers, mailer.send.mock_calls == expected, mailer.send.call_count)
