export const HELP = `local-widgets-hub: shops, click and collect, conversations, and the desk that answers.

  local-widgets-hub [serve]             run the hub
  local-widgets-hub migrate             bring the database up to date
  local-widgets-hub migrate --to URL    copy all data to an empty PostgreSQL database
  local-widgets-hub backup FILE         write a copy; the hub may run meanwhile
  local-widgets-hub restore FILE        fill an empty database from a copy
  local-widgets-hub import --shop ID FILE [--dry-run]
                                        put a catalogue (CSV or JSON) in place of a shop's
  local-widgets-hub import FILE or FOLDER
                                        make shops of what “export” printed
                                        ({shop, products, chat, calendars})
  local-widgets-hub export --shop ID    print all that is held about a shop, as JSON
  local-widgets-hub erase --order ID    erase who placed an order
  local-widgets-hub erase --room ID     erase a conversation
  local-widgets-hub erase --email ADDRESS
                                        erase who placed the orders and wrote the conversations
                                        with this address
  local-widgets-hub admin EMAIL         make somebody admin and print the link to sign in
  local-widgets-hub matrix-registration print the file that a Matrix homeserver is given

  --config FILE   settings (JSON); or LOCAL_HUB_CONFIG
  --port NUMBER   port to listen on; or PORT
  --help          this text

Environment: LOCAL_HUB_DATA (folder), DATABASE_URL (postgres://…), HOST, PORT, LOCAL_HUB_PUBLIC_URL,
LOCAL_HUB_TRUSTS_PROXY, LOCAL_HUB_LOG_LEVEL, LOCAL_HUB_MAIL_FROM, LOCAL_HUB_SMTP_HOST, _PORT, _SECURE,
_USER, _PASSWORD, LOCAL_HUB_INBOUND_MAIL_SECRET, LOCAL_HUB_XMPP_SECRET.`;
