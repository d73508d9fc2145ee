// Peer for tests: the package reads of esPackages.asmx.
using System;
using System.Collections.Generic;
using System.Data;
using System.Linq;
using System.Web.Services;

namespace Peer
{
    [WebService(Namespace = Panel.Namespace)]
    [WebServiceBinding(ConformsTo = WsiProfiles.BasicProfile1_1)]
    public partial class esPackages : PanelService
    {
        // No look at the actor here, as in WebsitePanel. Overrides are stored, yet never returned.
        [WebMethod]
        public PackageInfo GetPackage(int packageId)
        {
            var package = Panel.FindPackage(packageId)?.Copy();
            if (package != null) package.Groups = null;
            if (package != null) package.Quotas = null;
            return package;
        }

        [WebMethod]
        public List<PackageInfo> GetMyPackages(int userId)
        {
            DemandRights(userId);
            return Panel.Packages.Where(package => package.UserId == userId).Select(ListRow).ToList();
        }

        [WebMethod]
        public List<PackageInfo> GetPackages(int userId) => Panel.Packages
            .Where(package => package.UserId == userId && package.ServerId != 0 && package.PlanId != 0)
            .Select(ListRow)
            .ToList();

        [WebMethod]
        public List<PackageInfo> GetPackagePackages(int packageId)
        {
            DemandRightsOnPackage(packageId);
            return Panel.Nested(packageId).Select(ListRow).ToList();
        }

        [WebMethod]
        public PackageContext GetPackageContext(int packageId)
        {
            var package = Panel.FindPackage(packageId);
            if (package == null) return null;
            var groups = Panel.FindPlan(package.PlanId)?.Groups ?? new HostingPlanGroupInfo[0];
            return new PackageContext
            {
                Package = GetPackage(packageId), GroupsArray = groups,
                QuotasArray = Catalogue.Quotas.Where(quota => groups.Any(group => group.GroupId == quota.GroupId))
                    .Select(quota => Quotas.Describe(quota, Quotas.Allocated(package, quota.Id))).ToArray(),
            };
        }

        [WebMethod]
        public QuotaValueInfo GetPackageQuota(int packageId, string quotaName)
        {
            var quota = Catalogue.Find(quotaName) ?? throw new IndexOutOfRangeException("There is no row at position 0.");
            return Quotas.Describe(quota, Quotas.Allocated(Panel.FindPackage(packageId), quota.Id));
        }

        [WebMethod]
        public DataSet GetPackageQuotas(int packageId)
        {
            var groups = Tables.Table("Table", "GroupID:int", "GroupName", "CalculateDiskSpace:bool", "CalculateBandwidth:bool",
                "ParentEnabled:bool");
            var quotas = Tables.Table("Table1", "QuotaID:int", "GroupID:int", "QuotaName", "QuotaDescription",
                "QuotaTypeID:int", "QuotaValue:int", "QuotaValuePerOrganization:int", "ParentQuotaValue:int", "QuotaUsedValue:int");
            var context = GetPackageContext(packageId);
            foreach (var group in context?.GroupsArray ?? new HostingPlanGroupInfo[0])
                groups.Rows.Add(group.GroupId, group.GroupName, group.CalculateDiskSpace, group.CalculateBandwidth, true);
            foreach (var quota in context?.QuotasArray ?? new QuotaValueInfo[0])
                quotas.Rows.Add(quota.QuotaId, quota.GroupId, quota.QuotaName, quota.QuotaDescription, quota.QuotaTypeId,
                    quota.QuotaAllocatedValue, null, -1, quota.QuotaUsedValue);
            return Tables.Set(groups, quotas);
        }

        [WebMethod]
        public DataSet GetNestedPackagesSummary(int packageId)
        {
            DemandRightsOnPackage(packageId);
            var children = Panel.Packages.Where(package => package.ParentPackageId == packageId).ToList();
            var total = Tables.Table("Table", "PackagesNumber:int");
            var states = Tables.Table("Table1", "StatusID:int", "PackagesNumber:int");
            total.Rows.Add(children.Count);
            foreach (var state in children.GroupBy(package => package.StatusId)) states.Rows.Add(state.Key, state.Count());
            return Tables.Set(total, states);
        }

        // Comments and overrides are missing from lists.
        PackageInfo ListRow(PackageInfo package)
        {
            var row = GetPackage(package.PackageId);
            row.PackageComments = null;
            row.OverrideQuotas = false;
            return row;
        }

        // The two system packages belong to administrators; a package that does not exist passes.
        void DemandRightsOnPackage(int packageId)
        {
            var package = Panel.FindPackage(packageId);
            if (packageId <= 1 ? Actor.Role != UserRole.Administrator : package != null && !Panel.Rules(Actor, package.UserId))
                throw new UnauthorizedAccessException("You are not allowed to access this package");
        }
    }
}
