// Peer for tests: the package and addon writes of esPackages.asmx.
using System;
using System.Linq;
using System.Web.Services;

namespace Peer
{
    public partial class esPackages
    {
        // SQL Server's datetime begins here; a purchaseDate that was left out is the year 1.
        static readonly DateTime FirstDate = new DateTime(1753, 1, 1);

        [WebMethod]
        public PackageResult AddPackage(int userId, int planId, string packageName, string packageComments, int statusId,
            DateTime purchaseDate)
        {
            if (Refusal(ResellersAndSupport) != 0) return Refused();
            DemandDate(purchaseDate);
            var plan = Panel.FindPlan(planId) ?? throw new NullReferenceException();
            DemandRights(userId);
            var package = new PackageInfo
            {
                PackageId = Panel.NextId("packages", Panel.Packages.Select(other => other.PackageId)),
                UserId = userId, PlanId = planId,
                ParentPackageId = plan.PackageId == 0 ? 1 : plan.PackageId, PackageName = packageName,
                PackageComments = packageComments, StatusId = statusId, PurchaseDate = purchaseDate, ServerId = 3,
            };
            Panel.Packages.Add(package);
            return Checked(package.ParentPackageId, package.PackageId, () => Panel.Packages.Remove(package));
        }

        [WebMethod]
        public PackageResult UpdatePackage(PackageInfo package)
        {
            if (Refusal(ResellersAndSupport) != 0) return Refused();
            DemandDate(package.PurchaseDate);
            var old = Panel.FindPackage(package.PackageId);
            if (old == null) return new PackageResult { Result = -300 };
            DemandRights(old.UserId);
            package.UserId = old.UserId;
            package.ParentPackageId = old.ParentPackageId;
            package.ServerId = old.ServerId;
            package.DiskSpace = package.BandWidth = package.DiskSpaceQuota = package.BandWidthQuota = 0;
            package.Domains = package.DomainsQuota = 0;
            if (!package.OverrideQuotas) package.Groups = null;
            if (!package.OverrideQuotas) package.Quotas = null;
            var at = Panel.Packages.IndexOf(old);
            Panel.Packages[at] = package;
            return Checked(package.ParentPackageId, 0, () => Panel.Packages[at] = old);
        }

        [WebMethod]
        public int DeletePackage(int packageId)
        {
            if (Refusal(Resellers) != 0) return Refusal(Resellers);
            if (Panel.Nested(packageId).Any()) return -301;
            var package = Panel.FindPackage(packageId);
            if (package == null) return -300;
            DemandRights(package.UserId);
            Panel.Later(() => Panel.Packages.RemoveAll(other => other.PackageId == packageId));
            return 0;
        }

        [WebMethod]
        public int ChangePackageStatus(int packageId, PackageStatus status)
        {
            if (Refusal(ResellersAndSupport) != 0) return Refusal(ResellersAndSupport);
            var package = Panel.FindPackage(packageId);
            if (package == null) return -1;
            DemandRights(package.UserId);
            foreach (var nested in Panel.Nested(packageId).Append(package)) nested.StatusId = (int)status;
            return 0;
        }

        [WebMethod]
        public int UpdatePackageName(int packageId, string packageName, string packageComments)
        {
            if (Refusal() != 0) return Refusal();
            var package = Panel.FindPackage(packageId);
            if (package == null) return 0;
            DemandRights(package.UserId);
            package.PackageName = packageName;
            package.PackageComments = packageComments;
            return 0;
        }

        [WebMethod]
        public PackageAddonInfo GetPackageAddon(int packageAddonId) => Panel.FindAddon(packageAddonId);

        [WebMethod]
        public PackageResult AddPackageAddon(PackageAddonInfo addon)
        {
            if (Refusal(ResellersAndSupport) != 0) return Refused();
            DemandDate(addon.PurchaseDate);
            DemandRightsOnPackage(addon.PackageId);
            addon.PackageAddonId = Panel.NextId("addons", Panel.Addons.Select(other => other.PackageAddonId));
            addon.PlanName = addon.PlanDescription = null;
            Panel.Addons.Add(addon);
            return Checked(ParentOf(addon.PackageId), addon.PackageAddonId, () => Panel.Addons.Remove(addon));
        }

        [WebMethod]
        public PackageResult UpdatePackageAddon(PackageAddonInfo addon)
        {
            if (Refusal(ResellersAndSupport) != 0) return Refused();
            DemandDate(addon.PurchaseDate);
            var old = Panel.FindAddon(addon.PackageAddonId) ?? throw new NullReferenceException();
            DemandRightsOnPackage(old.PackageId);
            addon.PackageId = old.PackageId;
            addon.PlanName = addon.PlanDescription = null;
            var at = Panel.Addons.IndexOf(old);
            Panel.Addons[at] = addon;
            return Checked(ParentOf(addon.PackageId), 0, () => Panel.Addons[at] = old);
        }

        [WebMethod]
        public int DeletePackageAddon(int packageAddonId)
        {
            if (Refusal(Resellers) != 0) return Refusal(Resellers);
            var addon = Panel.FindAddon(packageAddonId) ?? throw new NullReferenceException();
            DemandRightsOnPackage(addon.PackageId);
            Panel.Addons.Remove(addon);
            return 0;
        }

        // Refused before the quota check: no DataSet at all.
        PackageResult Refused() => new PackageResult { Result = Refusal(ResellersAndSupport) };

        static int ParentOf(int packageId) => Panel.FindPackage(packageId)?.ParentPackageId ?? 0;

        static PackageResult Checked(int parentId, int result, Action rollBack)
        {
            var exceeding = Quotas.Exceeding(parentId);
            if (exceeding.Tables[0].Rows.Count == 0) return new PackageResult { Result = result, ExceedingQuotas = exceeding };
            rollBack();
            return new PackageResult { Result = -305, ExceedingQuotas = exceeding };
        }

        static void DemandDate(DateTime date)
        {
            if (date < FirstDate) throw new OverflowException("SqlDateTime overflow.");
        }
    }
}
