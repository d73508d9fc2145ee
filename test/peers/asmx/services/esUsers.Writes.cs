// Peer for tests: the writes of esUsers.asmx. AddUser has the parameters of the era that the build names.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Web.Services;

namespace Peer
{
    public partial class esUsers
    {
        const string IllegalInNames = "\\/:*?<>|\"";

#if ADD_USER_2
        [WebMethod]
        public int AddUser(UserInfo user, bool sendLetter) => Create(user, user.Password);
#elif ADD_USER_4
        [WebMethod]
        public int AddUser(UserInfo user, bool sendLetter, string password, string[] notes) => Create(user, password);
#else
        [WebMethod]
        public int AddUser(UserInfo user, bool sendLetter, string password) => Create(user, password);
#endif

        int Create(UserInfo user, string password)
        {
            if (DemoRefusal() != 0) return DemoRefusal();
            if (string.IsNullOrEmpty(user.Username) || user.Username.IndexOfAny(IllegalInNames.ToCharArray()) >= 0) return -111;
            if (Panel.FindUser(user.Username.Trim()) != null) return -100;
            if (!Panel.Rules(Actor, user.OwnerId)) return -2;
            if (user.Role == UserRole.Administrator && Actor.Role != UserRole.Administrator) user.Role = UserRole.User;
            user.UserId = Panel.NextId("users", Panel.Users.Select(other => other.UserId));
            user.Username = user.Username.Trim();
            user.Created = user.Changed = Panel.Now;
            Panel.Users.Add(user);
            Panel.SetPassword(user.UserId, password);
            return user.UserId;
        }

        [WebMethod]
        public int UpdateUser(UserInfo user)
        {
            if (DemoRefusal() != 0) return DemoRefusal();
            var old = Demand(user.UserId);
            if (!Panel.Rules(Actor, user.UserId)) return 0;
            var demoted = old.Role == UserRole.Reseller && user.Role == UserRole.User;
            if (demoted && Panel.Children(old.UserId, false).Any()) return -102;
            // What a client cannot set keeps its value; all the rest is replaced, by nothing if nothing was sent.
            user.OwnerId = old.OwnerId;
            user.Username = old.Username;
            user.Created = old.Created;
            user.Changed = Panel.Now;
            user.Vlans = old.Vlans;
            Panel.Users[Panel.Users.IndexOf(old)] = user;
            Panel.SetPassword(user.UserId, Panel.PasswordOf(user));
            return 0;
        }

        [WebMethod]
        public int DeleteUser(int userId)
        {
            if (DemoRefusal() != 0) return DemoRefusal();
            if (Panel.Children(userId, false).Any()) return -102;
            if (!Panel.Rules(Actor, userId)) return 0;
            Panel.Later(() =>
            {
                Panel.Packages.RemoveAll(package => package.UserId == userId);
                Panel.Users.RemoveAll(user => user.UserId == userId || user.IsPeer && user.OwnerId == userId);
            });
            return 0;
        }

        [WebMethod]
        public int ChangeUserPassword(int userId, string password)
        {
            if (DemoRefusal() != 0) return DemoRefusal();
            Demand(userId);
            if (Panel.Rules(Actor, userId)) Panel.SetPassword(userId, password);
            return 0;
        }

        [WebMethod]
        public int ChangeUserStatus(int userId, UserStatus status)
        {
            if (DemoRefusal() != 0) return DemoRefusal();
            var user = Demand(userId);
            if (!Panel.Rules(Actor, userId)) return 0;
            var family = new List<UserInfo>(Panel.Children(userId, true)) { user };
            var peers = Panel.Users.Where(peer => peer.IsPeer && family.Any(owner => owner.UserId == peer.OwnerId));
            family.AddRange(peers.ToList());
            foreach (var member in family) member.Status = status;
            // The fourth state of an account is called Pending, that of a package New: the number is the same.
            foreach (var package in Panel.Packages.Where(package => family.Any(owner => owner.UserId == package.UserId)))
                package.StatusId = (int)status;
            return 0;
        }

        // The panel runs into a null reference when the account does not exist.
        static UserInfo Demand(int userId)
        {
            return Panel.FindUser(userId) ?? throw new NullReferenceException();
        }
    }
}
