// Peer for tests: the login that travels in every call of the H-Sphere XML API.
package peer;

public class AuthToken {
    private int accountId;
    private String login;
    private String password;
    private Role role;

    public int getAccountId() { return accountId; }
    public void setAccountId(int accountId) { this.accountId = accountId; }
    public String getLogin() { return login; }
    public void setLogin(String login) { this.login = login; }
    public String getPassword() { return password; }
    public void setPassword(String password) { this.password = password; }
    public Role getRole() { return role; }
    public void setRole(Role role) { this.role = role; }
}
