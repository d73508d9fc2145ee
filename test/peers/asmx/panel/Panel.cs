// Peer for tests: the panel's state, in memory, gone with the process.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace Peer
{
    static class Panel
    {
        public const string Namespace = "http://smbsaas/MSPC/enterpriseserver";

        /// <summary>Held by the host during every call: one writer, and no read in the middle of a write.</summary>
        public static readonly object Gate = new object();

        /// <summary>The clock stands still, so that replies can be compared word for word.</summary>
        public static readonly DateTime Now = new DateTime(2024, 2, 29, 12, 30, 0, DateTimeKind.Unspecified);

        // Long enough for a client to see that deletion is not done when the call returns.
        const int BackgroundDelayMs = 150;

        public static readonly List<UserInfo> Users = new List<UserInfo>();
        public static readonly List<PackageInfo> Packages = new List<PackageInfo>();
        public static readonly List<PackageAddonInfo> Addons = new List<PackageAddonInfo>();
        public static readonly List<HostingPlanInfo> Plans = new List<HostingPlanInfo>();
        static readonly Dictionary<int, string> Passwords = new Dictionary<int, string>();
        static readonly Dictionary<string, int> LastIds = new Dictionary<string, int>();
        static readonly List<Timer> Background = new List<Timer>();

        static Panel()
        {
            Seed.Plant();
        }

        public static UserInfo FindUser(int id) => Users.FirstOrDefault(user => user.UserId == id);

        public static UserInfo FindUser(string name) =>
            Users.FirstOrDefault(user => string.Equals(user.Username, name, StringComparison.OrdinalIgnoreCase));

        public static PackageInfo FindPackage(int id) => Packages.FirstOrDefault(package => package.PackageId == id);

        public static HostingPlanInfo FindPlan(int id) => Plans.FirstOrDefault(plan => plan.PlanId == id);

        public static PackageAddonInfo FindAddon(int id) => Addons.FirstOrDefault(addon => addon.PackageAddonId == id);

        /// <summary>Ids ascend, and the id of what was deleted is not given again.</summary>
        public static int NextId(string table, IEnumerable<int> taken)
        {
            LastIds.TryGetValue(table, out var last);
            return LastIds[table] = Math.Max(last, taken.DefaultIfEmpty().Max()) + 1;
        }

        /// <summary>The password set last, null for an account that cannot log in.</summary>
        public static string PasswordOf(UserInfo user) => Passwords.TryGetValue(user.UserId, out var found) ? found : null;

        public static void SetPassword(int userId, string password)
        {
            Passwords[userId] = password;
#if ADD_USER_2
            FindUser(userId).Password = password;
#endif
        }

        /// <summary>The accounts below one, without its peers; with `deep` the whole tree, else its own children.</summary>
        public static IEnumerable<UserInfo> Children(int ownerId, bool deep) => Users
            .Where(user => user.OwnerId == ownerId && user.UserId != ownerId && !user.IsPeer)
            .SelectMany(user => deep ? new[] { user }.Concat(Children(user.UserId, true)) : new[] { user });

        public static IEnumerable<PackageInfo> Nested(int packageId) => Packages
            .Where(package => package.ParentPackageId == packageId && package.PackageId != packageId)
            .SelectMany(package => new[] { package }.Concat(Nested(package.PackageId)));

        /// <summary>Itself or anything below it; a peer stands for its owner.</summary>
        public static bool Rules(UserInfo actor, int userId)
        {
            var root = actor.IsPeer ? actor.OwnerId : actor.UserId;
            for (var user = FindUser(userId); user != null; user = FindUser(user.OwnerId))
                if (user.UserId == root || user.UserId == actor.UserId) return true;
            return false;
        }

        /// <summary>An actor also sees its own owner.</summary>
        public static bool Sees(UserInfo actor, int userId) => Rules(actor, userId) || actor.OwnerId == userId;

        /// <summary>Does the work after the call has been answered, as the panel does with deletions.</summary>
        public static void Later(Action work)
        {
            Background.Add(new Timer(_ => { lock (Gate) work(); }, null, BackgroundDelayMs, Timeout.Infinite));
        }
    }
}
