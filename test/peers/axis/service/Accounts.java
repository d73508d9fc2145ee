// Peer for tests: the panel's state, in memory, gone with the process. Every person and password is invented.
package peer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

final class Accounts {
    static final class Account {
        long id;
        String owner;
        double quotaKb;
        boolean suspended;
        double balance;
    }

    static final class User {
        final long id;
        final String login;
        final String password;
        final List<Account> accounts = new ArrayList<>();

        User(long id, String login, String password) {
            this.id = id;
            this.login = login;
            this.password = password;
        }
    }

    private static final Map<String, User> USERS = new LinkedHashMap<>();
    private static final Map<Long, Account> BY_SIGNUP = new LinkedHashMap<>();
    private static long lastId = 5000;

    static {
        plant("admin", "admin-pass", 1L, 0);
        plant("single", "single-pass", 1950L, 100);
        User two = plant("double", "double-pass", 55566L, 1048576 * 10.5);
        // Account ids are 64 bit on the wire.
        add(two, 4294967299L, Double.POSITIVE_INFINITY);
        USERS.put("empty", new User(++lastId, "empty", "empty-pass"));
        BY_SIGNUP.put(13L, find(1950L));
    }

    private Accounts() {}

    static User user(String login) {
        return USERS.get(login);
    }

    static Account find(long id) {
        for (User user : USERS.values()) {
            for (Account account : user.accounts) {
                if (account.id == id) return account;
            }
        }
        return null;
    }

    static Account bySignup(long signupId) {
        return BY_SIGNUP.get(signupId);
    }

    /** The signup id of a new user with one account. */
    static long signUp(String login, String password) {
        User user = plant(login, password, ++lastId, 102400);
        BY_SIGNUP.put(++lastId, user.accounts.get(0));
        return lastId;
    }

    static void remove(Account account) {
        user(account.owner).accounts.remove(account);
    }

    private static User plant(String login, String password, long accountId, double quotaKb) {
        User user = new User(++lastId, login, password);
        USERS.put(login, user);
        add(user, accountId, quotaKb);
        return user;
    }

    private static void add(User user, long accountId, double quotaKb) {
        Account account = new Account();
        account.id = accountId;
        account.owner = user.login;
        account.quotaKb = quotaKb;
        user.accounts.add(account);
    }
}
