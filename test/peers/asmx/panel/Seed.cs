// Peer for tests: the fixed data; every person, company and password is invented.
using System;

namespace Peer
{
    static class Seed
    {
        public static void Plant()
        {
            User(1, 0, UserRole.Administrator, "serveradmin", "Server", "Administrator", "serveradmin");
            var reseller = User(2, 1, UserRole.Reseller, "nordhost", "Zoë", "Lindström", "n0rd-pass");
            reseller.CompanyName = "Nord & Söhne <GmbH>";
            reseller.Address = "Straße 1\nHinterhaus";
            reseller.City = "København";
            reseller.State = "";
            reseller.Country = "DK";
            reseller.Zip = "02100";
            reseller.PrimaryPhone = "+45 00 00 00 00";
            reseller.HtmlMail = true;
            reseller.EcommerceEnabled = true;
            reseller.Comments = " leading and trailing ";
            // Members that nobody set: most of them absent on the wire.
            User(3, 2, UserRole.User, "acme", "Ada", "Keller", "acme-pass");
            // Instants whose kind says UTC, then server-local: written with "Z" and with an offset.
            User(4, 2, UserRole.User, "suspended", "李", "小龍 😀", "susp-pass").Status = UserStatus.Suspended;
            Panel.FindUser(4).Created = new DateTime(2016, 4, 6, 9, 15, 27, DateTimeKind.Utc);
            User(5, 2, UserRole.User, "pending", "Petr", "Dvořák", "pend-pass").Status = UserStatus.Pending;
            Panel.FindUser(5).Created = new DateTime(2016, 4, 6, 9, 15, 27, DateTimeKind.Local);
            User(6, 1, UserRole.Reseller, "demo", "Demo", "Reseller", "demo-pass").IsDemo = true;
            User(7, 2, UserRole.Reseller, "nordpeer", "Pia", "Peer", "peer-pass").IsPeer = true;
            User(8, 1, UserRole.User, "cancelled", "Carl", "Gone", "canc-pass").Status = UserStatus.Cancelled;
            Panel.FindUser(8).Address = "one\r\ntwo";

            Plan(1, 1, "Reseller M", "for resellers", new[] { 51, 100000, 52, 20000, 55, 1, 13, 10, 332, 1, 14, -1, 40, 500 });
            Plan(2, 2, "Starter", "small, 5 € a month", new[] { 51, 1000, 52, 5000, 13, 2 }, 9.95m);
            Plan(3, 2, "Business", null, new[] { 51, 5000, 52, 18000, 55, 1, 13, 9, 332, 1, 14, 50, 40, 500 }, 29.5m);
            Plan(4, 2, "Extra disk", "", new[] { 52, 1000 }, 1m).IsAddon = true;

            Package(1, 1, 0, 0, "System", null);
            Package(2, 2, 1, 1, "Reseller space", "top space of nordhost").DefaultTopPackage = true;
            Package(3, 3, 2, 2, "Starter", "");
            var overridden = Package(4, 4, 2, 2, "Ünïcode ☃ space", "own quotas");
            overridden.StatusId = (int)PackageStatus.Suspended;
            overridden.OverrideQuotas = true;
            overridden.Quotas = new[] { new HostingPlanQuotaInfo { QuotaId = 52, QuotaValue = 6000 } };

            Panel.Addons.Add(new PackageAddonInfo
            {
                PackageAddonId = 1, PackageId = 3, PlanId = 4, Quantity = 2, StatusId = 1,
                PurchaseDate = new DateTime(2016, 5, 1), Comments = null,
            });
        }

        static UserInfo User(int id, int owner, UserRole role, string name, string first, string last, string password)
        {
            var user = new UserInfo
            {
                UserId = id, OwnerId = owner, Role = role, Status = UserStatus.Active, Username = name,
                FirstName = first, LastName = last, Email = $"{name}@example.test",
                Created = new DateTime(2016, 4, 6, 9, 15, 27, 347), Changed = new DateTime(2016, 12, 24),
            };
            Panel.Users.Add(user);
            Panel.SetPassword(id, password);
            return user;
        }

        // Quotas come as pairs of id and value; a plan has the groups of its quotas.
        static HostingPlanInfo Plan(int id, int owner, string name, string description, int[] quotas, decimal price = 0)
        {
            var plan = new HostingPlanInfo
            {
                PlanId = id, UserId = owner, PackageId = owner, PlanName = name, PlanDescription = description,
                Available = true, SetupPrice = HostingPlanInfo.Money(0), RecurringPrice = HostingPlanInfo.Money(price),
                RecurrenceUnit = 2, RecurrenceLength = 1,
                Quotas = new HostingPlanQuotaInfo[quotas.Length / 2],
            };
            for (var at = 0; at < quotas.Length; at += 2)
                plan.Quotas[at / 2] = new HostingPlanQuotaInfo { QuotaId = quotas[at], QuotaValue = quotas[at + 1] };
            plan.Groups = Quotas.GroupsOf(plan.Quotas);
            Panel.Plans.Add(plan);
            return plan;
        }

        static PackageInfo Package(int id, int owner, int parent, int plan, string name, string comments)
        {
            var package = new PackageInfo
            {
                PackageId = id, UserId = owner, ParentPackageId = parent, PlanId = plan, PackageName = name,
                PackageComments = comments, StatusId = (int)PackageStatus.Active, ServerId = parent == 0 ? 0 : 3,
                PurchaseDate = new DateTime(2016, 4, 6),
            };
            Panel.Packages.Add(package);
            return package;
        }
    }
}
