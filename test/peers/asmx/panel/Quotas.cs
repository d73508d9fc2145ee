// Peer for tests: the arithmetic of quotas, as WebsitePanel's procedures do it, without their summing defect.
using System.Collections.Generic;
using System.Data;
using System.Linq;

namespace Peer
{
    static class Quotas
    {
        const int RootPackage = 1;

        public static HostingPlanGroupInfo[] GroupsOf(IEnumerable<HostingPlanQuotaInfo> quotas) => quotas
            .Select(quota => Catalogue.Find(quota.QuotaId).GroupId)
            .Distinct()
            .Select(id => new HostingPlanGroupInfo
            {
                GroupId = id, GroupName = Catalogue.GroupName(id),
                Enabled = true, CalculateDiskSpace = true, CalculateBandwidth = true,
            })
            .ToArray();

        /// <summary>What a package may use: its own value or else its plan's, and active addons on top; -1 is unlimited.</summary>
        public static int Allocated(PackageInfo package, int quotaId)
        {
            var own = package.OverrideQuotas ? Value(package.Quotas, quotaId) : null;
            var granted = own ?? Value(Panel.FindPlan(package.PlanId)?.Quotas, quotaId) ?? 0;
            return granted == -1 ? -1 : granted + Panel.Addons
                .Where(addon => addon.PackageId == package.PackageId && addon.StatusId == (int)PackageStatus.Active)
                .Sum(addon => addon.Quantity * (Value(Panel.FindPlan(addon.PlanId)?.Quotas, quotaId) ?? 0));
        }

        /// <summary>By how much its children outgrow a space, a row a numeric quota. The root space has no bounds.</summary>
        public static DataSet Exceeding(int parentId)
        {
            var table = Tables.Table("Table", "QuotaID:int", "QuotaName", "QuotaValue:int");
            var parent = parentId <= RootPackage ? null : Panel.FindPackage(parentId);
            foreach (var quota in Catalogue.Quotas.Where(quota => parent != null && quota.TypeId == Catalogue.Numeric))
            {
                var bound = Allocated(parent, quota.Id);
                var children = Panel.Packages.Where(child => child.ParentPackageId == parentId);
                var sum = children.Sum(child => Allocated(child, quota.Id));
                if (bound != -1 && sum > bound) table.Rows.Add(quota.Id, quota.Name, sum - bound);
            }
            return Tables.Set(table);
        }

        public static QuotaValueInfo Describe(Quota quota, int allocated) => new QuotaValueInfo
        {
            QuotaId = quota.Id, GroupId = quota.GroupId, QuotaTypeId = quota.TypeId, QuotaName = quota.Name,
            QuotaDescription = quota.Description, QuotaAllocatedValue = allocated,
            QuotaAllocatedValuePerOrganization = allocated, QuotaUsedValue = 0, QuotaExhausted = allocated == 0,
        };

        static int? Value(IEnumerable<HostingPlanQuotaInfo> quotas, int id) =>
            quotas?.FirstOrDefault(quota => quota.QuotaId == id)?.QuotaValue;
    }
}
