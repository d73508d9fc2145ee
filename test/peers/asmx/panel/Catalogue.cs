// Peer for tests: the resource groups and quotas that the invented plans use, ids as in the MSPC Integration API.
using System.Linq;

namespace Peer
{
    sealed class Quota
    {
        public int Id, GroupId, TypeId;
        public string Name, Description;
    }

    static class Catalogue
    {
        public const int Boolean = 1, Numeric = 2, Maximum = 3;

        public static readonly Quota[] Quotas =
        {
            new Quota { Id = 51, GroupId = 1, TypeId = Numeric, Name = "OS.Bandwidth", Description = "Bandwidth, MB" },
            new Quota { Id = 52, GroupId = 1, TypeId = Numeric, Name = "OS.Diskspace", Description = "Disk space, MB" },
            new Quota { Id = 55, GroupId = 1, TypeId = Boolean, Name = "OS.FileManager", Description = "File Manager" },
            new Quota { Id = 13, GroupId = 2, TypeId = Numeric, Name = "Web.Sites", Description = "Web Sites" },
            new Quota { Id = 332, GroupId = 2, TypeId = Boolean, Name = "Web.SSL", Description = "SSL" },
            new Quota { Id = 14, GroupId = 4, TypeId = Numeric, Name = "Mail.Accounts", Description = "Mail Accounts" },
            new Quota { Id = 40, GroupId = 4, TypeId = Maximum, Name = "Mail.MaxBoxSize", Description = "Max Mailbox Size" },
        };

        public static string GroupName(int id) => id == 1 ? "OS" : id == 2 ? "Web" : id == 4 ? "Mail" : null;

        public static Quota Find(int id) => Quotas.FirstOrDefault(quota => quota.Id == id);

        public static Quota Find(string name) => Quotas.FirstOrDefault(quota => quota.Name == name);
    }
}
