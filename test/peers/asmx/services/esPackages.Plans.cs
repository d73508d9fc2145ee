// Peer for tests: hosting plans and hosting addons in esPackages.asmx.
using System;
using System.Collections.Generic;
using System.Data;
using System.Linq;
using System.Web.Services;

namespace Peer
{
    public partial class esPackages
    {
        // Groups and quotas are never filled on this read.
        [WebMethod]
        public HostingPlanInfo GetHostingPlan(int planId)
        {
            var plan = Panel.FindPlan(planId)?.Copy();
            if (plan != null) plan.Groups = null;
            if (plan != null) plan.Quotas = null;
            return plan;
        }

        [WebMethod]
        public DataSet GetHostingPlans(int userId)
        {
            DemandRights(userId);
            return Tables.Set(Rows(userId, false, "ServerID:int", "ServerName", "ServerComments", "VirtualServer:bool",
                "PackageID1:int", "PackageName"));
        }

        [WebMethod]
        public DataSet GetHostingAddons(int userId)
        {
            DemandRights(userId);
            return Tables.Set(Rows(userId, true));
        }

        [WebMethod]
        public List<HostingPlanInfo> GetUserAvailableHostingPlans(int userId) => Offered(userId, false);

        [WebMethod]
        public List<HostingPlanInfo> GetUserAvailableHostingAddons(int userId) => Offered(userId, true);

        [WebMethod]
        public HostingPlanContext GetHostingPlanContext(int planId)
        {
            var plan = Panel.FindPlan(planId);
            return plan == null ? null : new HostingPlanContext
            {
                HostingPlan = GetHostingPlan(planId),
                GroupsArray = plan.Groups,
                QuotasArray = plan.Quotas
                    .Select(quota => Quotas.Describe(Catalogue.Find(quota.QuotaId), quota.QuotaValue))
                    .ToArray(),
            };
        }

        [WebMethod]
        public DataSet GetHostingPlanQuotas(int packageId, int planId, int serverId)
        {
            var plan = Panel.FindPlan(planId);
            var groups = Tables.Table("Table", "GroupID:int", "GroupName", "Enabled:bool", "ParentEnabled:bool",
                "CalculateDiskSpace:bool", "CalculateBandwidth:bool");
            var quotas = Tables.Table("Table1", "QuotaID:int", "GroupID:int", "QuotaName", "QuotaDescription",
                "QuotaTypeID:int", "QuotaValue:int", "ParentQuotaValue:int");
            foreach (var id in Catalogue.Quotas.Select(quota => quota.GroupId).Distinct())
            {
                var enabled = plan?.Groups.Any(group => group.GroupId == id) ?? false;
                groups.Rows.Add(id, Catalogue.GroupName(id), enabled, true, true, true);
            }
            foreach (var quota in Catalogue.Quotas)
                quotas.Rows.Add(quota.Id, quota.GroupId, quota.Name, quota.Description, quota.TypeId,
                    plan?.Quotas.FirstOrDefault(value => value.QuotaId == quota.Id)?.QuotaValue ?? 0, -1);
            return Tables.Set(groups, quotas);
        }

        [WebMethod]
        public int AddHostingPlan(HostingPlanInfo plan)
        {
            if (Refusal(Resellers) != 0) return Refusal(Resellers);
            DemandRights(plan.UserId);
            plan.PlanId = Panel.NextId("plans", Panel.Plans.Select(other => other.PlanId));
            if (plan.IsAddon) plan.ServerId = 0;
            Store(plan);
            Panel.Plans.Add(plan);
            return plan.PlanId;
        }

        [WebMethod]
        public PackageResult UpdateHostingPlan(HostingPlanInfo plan)
        {
            if (Refusal(Resellers) != 0) return new PackageResult { Result = Refusal(Resellers) };
            var old = Panel.FindPlan(plan.PlanId) ?? throw new NullReferenceException();
            DemandRights(old.UserId);
            plan.IsAddon = old.IsAddon;
            plan.UserId = old.UserId;
            Store(plan);
            Panel.Plans[Panel.Plans.IndexOf(old)] = plan;
            // The plan's own members stay changed even if its quotas are refused.
            return Checked(plan.PackageId, 0, () => { plan.Groups = old.Groups; plan.Quotas = old.Quotas; });
        }

        [WebMethod]
        public int DeleteHostingPlan(int planId)
        {
            if (Refusal(Resellers) != 0) return Refusal(Resellers);
            if (Panel.Packages.Any(package => package.PlanId == planId)) return -1501;
            if (Panel.Addons.Any(addon => addon.PlanId == planId)) return -1502;
            var plan = Panel.FindPlan(planId) ?? throw new NullReferenceException();
            DemandRights(plan.UserId);
            Panel.Plans.Remove(plan);
            return 0;
        }

        // Groups or quotas that were left out are wiped; every group that is listed counts as enabled, whatever it says.
        static void Store(HostingPlanInfo plan)
        {
            if (plan.Groups == null || plan.Quotas == null) plan.Groups = new HostingPlanGroupInfo[0];
            if (plan.Groups.Length == 0) plan.Quotas = new HostingPlanQuotaInfo[0];
            plan.SetupPrice = HostingPlanInfo.Money(plan.SetupPrice);
            plan.RecurringPrice = HostingPlanInfo.Money(plan.RecurringPrice);
            foreach (var group in plan.Groups) group.Enabled = true;
            foreach (var group in plan.Groups) group.GroupName = Catalogue.GroupName(group.GroupId);
        }

        // What the user may buy is what its owner sells; the owner's id is not filled.
        List<HostingPlanInfo> Offered(int userId, bool addons)
        {
            DemandRights(userId);
            var owner = Panel.FindUser(userId)?.OwnerId;
            var offered = Panel.Plans.Where(plan => plan.UserId == owner && plan.IsAddon == addons && plan.Available)
                .Select(plan => GetHostingPlan(plan.PlanId)).ToList();
            offered.ForEach(plan => plan.UserId = 0);
            return offered;
        }

        static DataTable Rows(int userId, bool addons, params string[] more)
        {
            var table = Tables.Table("Table", new[]
            {
                "PlanID:int", "UserID:int", "PackageID:int", "PlanName", "PlanDescription", "Available:bool",
                "SetupPrice:money", "RecurringPrice:money", "RecurrenceLength:int", "RecurrenceUnit:int", "IsAddon:bool", "PackagesNumber:int",
            }.Concat(more).ToArray());
            foreach (var plan in Panel.Plans.Where(plan => plan.UserId == userId && plan.IsAddon == addons))
            {
                var package = plan.PackageId == 0 ? (object)DBNull.Value : plan.PackageId;
                var row = table.Rows.Add(plan.PlanId, plan.UserId, package, plan.PlanName, plan.PlanDescription, plan.Available,
                    plan.SetupPrice, plan.RecurringPrice, plan.RecurrenceLength, plan.RecurrenceUnit, plan.IsAddon,
                    Panel.Packages.Count(other => other.PlanId == plan.PlanId));
                if (more.Length == 0) continue;
                row["ServerID"] = plan.ServerId;
                row["VirtualServer"] = false;
                row["PackageID1"] = plan.PackageId;
                row["PackageName"] = Panel.FindPackage(plan.PackageId)?.PackageName;
            }
            return table;
        }
    }
}
