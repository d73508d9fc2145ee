// Peer for tests: the identity an administrator acts as. The API's own bean has further members that no document shows.
package peer;

public class Role {
    private int accountId;
    private String login;

    public int getAccountId() { return accountId; }
    public void setAccountId(int accountId) { this.accountId = accountId; }
    public String getLogin() { return login; }
    public void setLogin(String login) { this.login = login; }
}
