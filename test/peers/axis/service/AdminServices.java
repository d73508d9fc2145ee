// Peer for tests: the AdminServices actions of the H-Sphere XML API. The engine exposes every public method, and finds
// arguments by the parameter names in the class file: they are part of the protocol.
package peer;

import java.lang.reflect.Array;
import java.util.Collection;
import java.util.List;
import peer.Accounts.Account;
import peer.Accounts.User;

public class AdminServices {
    public NamedParameter[] signupUser(AuthToken at, int planId, int periodId, String login, String password, String descr,
            ContactInfo ci, ContactInfo bi, PaymentInfo pi, boolean validateUser, String mod, Object[] otherParams)
            throws PanelException {
        return signupUser(at, planId, periodId, login, password, descr, ci, bi, null, null, pi, validateUser, mod, otherParams);
    }

    public NamedParameter[] signupUser(AuthToken at, int planId, int periodId, String login, String password, String descr,
            ContactInfo ci, ContactInfo bi, ContactInfo srsci, ContactInfo srsbi, PaymentInfo pi, boolean validateUser,
            String mod, Object[] otherParams) throws PanelException {
        Ledger.note("signupUser", "planId", planId, "periodId", periodId, "login", login, "descr", descr,
                "ci.email", ci == null ? null : ci.getEmail(), "pi.type", pi == null ? null : pi.getType(),
                "srsci.email", srsci == null ? null : srsci.getEmail(), "srsbi.email", srsbi == null ? null : srsbi.getEmail(),
                "validateUser", validateUser, "mod", mod, "otherParams", pairs(otherParams));
        authenticate(at);
        String faults = "";
        if (login == null || login.length() < 4 || login.length() > 20) faults += "login: 4 to 20 characters\n";
        if (password == null || password.length() < 5 || password.length() > 12) faults += "password: 5 to 12 characters\n";
        if (ci == null) faults += "ci: missing\n";
        if (!faults.isEmpty()) throw new PanelException("Signup refused\n" + faults);
        if (Accounts.user(login) != null) throw new PanelException("User " + login + " already exists");
        long signupId = Accounts.signUp(login, password);
        return new NamedParameter[] {
            new NamedParameter("accountId", Long.toString(Accounts.bySignup(signupId).id)),
            new NamedParameter("signupId", Long.toString(signupId)),
            new NamedParameter("userId", Long.toString(Accounts.user(login).id)),
        };
    }

    public void suspendAccount(AuthToken at, long accountId, String reason) throws PanelException {
        Ledger.note("suspendAccount", "accountId", accountId, "reason", reason);
        demand(at, accountId).suspended = true;
    }

    public void resumeAccount(AuthToken at, long accountId) throws PanelException {
        Ledger.note("resumeAccount", "accountId", accountId);
        demand(at, accountId).suspended = false;
    }

    public void deleteAccount(AuthToken at, long accountId) throws PanelException {
        Ledger.note("deleteAccount", "accountId", accountId);
        Accounts.remove(demand(at, accountId));
    }

    public double getQuota(AuthToken at, long accountId) throws PanelException {
        return demand(at, accountId).quotaKb;
    }

    public void oneTimeDebit(AuthToken at, long accountId, double amount, String description, String note, boolean isInvoice,
            boolean inclTaxes) throws PanelException {
        Ledger.note("oneTimeDebit", "accountId", accountId, "amount", amount, "description", description, "note", note,
                "isInvoice", isInvoice, "inclTaxes", inclTaxes);
        demand(at, accountId).balance -= amount;
    }

    public void monthlyBasedDebit(AuthToken at, long accountId, double amount, int duration, int frequency, String description,
            String note, String adminNote, int startOn, boolean isInfinite, boolean isInvoice) throws PanelException {
        Ledger.note("monthlyBasedDebit", "accountId", accountId, "amount", amount, "duration", duration, "frequency", frequency,
                "description", description, "note", note, "adminNote", adminNote, "startOn", startOn, "isInfinite", isInfinite,
                "isInvoice", isInvoice);
        demand(at, accountId).balance -= amount;
    }

    public void billingPeriodBasedDebit(AuthToken at, long accountId, double amount, String description, String note,
            String adminNote) throws PanelException {
        Ledger.note("billingPeriodBasedDebit", "accountId", accountId, "amount", amount, "description", description,
                "note", note, "adminNote", adminNote);
        demand(at, accountId).balance -= amount;
    }

    public void addCredit(AuthToken at, long accountId, double amount, String description, String text, String id)
            throws PanelException {
        Ledger.note("addCredit", "accountId", accountId, "amount", amount, "description", description, "text", text, "id", id);
        demand(at, accountId).balance += amount;
    }

    public long[] getAccounts(AuthToken at) throws PanelException {
        List<Account> accounts = authenticate(at).accounts;
        long[] ids = new long[accounts.size()];
        for (int index = 0; index < ids.length; index++) ids[index] = accounts.get(index).id;
        return ids;
    }

    public boolean checkUser(AuthToken at, String login) throws PanelException {
        authenticate(at);
        return Accounts.user(login) != null;
    }

    public String searchAccIdBySignupId(long signupId) {
        Account account = Accounts.bySignup(signupId);
        return account == null ? null : Long.toString(account.id);
    }

    public String searchAccIdBySignupId(AuthToken at, long signupId) throws PanelException {
        authenticate(at);
        return searchAccIdBySignupId(signupId);
    }

    public String searchUserIdBySignupId(long signupId) {
        Account account = Accounts.bySignup(signupId);
        return account == null ? null : Long.toString(Accounts.user(account.owner).id);
    }

    public String searchUserIdBySignupId(AuthToken at, long signupId) throws PanelException {
        authenticate(at);
        return searchUserIdBySignupId(signupId);
    }

    /** The user the call acts as: the caller, or the role that an administrator takes. */
    private static User authenticate(AuthToken at) throws PanelException {
        User caller = at == null ? null : Accounts.user(at.getLogin());
        if (caller == null || !caller.password.equals(at.getPassword())) throw new PanelException("Wrong login or password");
        if (at.getRole() == null) return caller;
        if (!isAdmin(caller)) throw new PanelException("Only an administrator takes a role");
        User role = Accounts.user(at.getRole().getLogin());
        if (role == null) throw new PanelException("Unknown role");
        return role;
    }

    private static Account demand(AuthToken at, long accountId) throws PanelException {
        User user = authenticate(at);
        // Without an account of its own in the token, a user with several cannot be told which one acts.
        if (at.getAccountId() == 0 && user.accounts.size() > 1) throw new PanelException("Several accounts for " + user.login);
        Account account = Accounts.find(accountId);
        if (account == null || !isAdmin(user) && !account.owner.equals(user.login)) {
            throw new PanelException("Account " + accountId + " not found");
        }
        return account;
    }

    private static boolean isAdmin(User user) {
        return user.login.equals("admin");
    }

    /** "name:value" of every pair, whatever kind of list the engine made of the inner arrays. */
    private static String pairs(Object[] otherParams) {
        if (otherParams == null) return null;
        StringBuilder text = new StringBuilder();
        for (Object pair : otherParams) {
            Object array = pair instanceof Collection ? ((Collection<?>) pair).toArray() : pair;
            text.append(text.length() == 0 ? "" : ",").append(Array.get(array, 0)).append(':').append(Array.get(array, 1));
        }
        return text.toString();
    }
}
