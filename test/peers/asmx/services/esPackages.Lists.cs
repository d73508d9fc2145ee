// Peer for tests: the package lists of esPackages.asmx that come as DataSets.
using System.Collections.Generic;
using System.Data;
using System.Linq;
using System.Web.Services;

namespace Peer
{
    public partial class esPackages
    {
        [WebMethod]
        public DataSet GetRawPackages(int userId)
        {
            var packages = Panel.Packages.Where(package => package.UserId == userId && package.PlanId != 0);
            return Tables.Set(Rows(packages, "ParentPackageID:int"));
        }

        [WebMethod]
        public DataSet GetPackagesPaged(int userId, string filterColumn, string filterValue, string sortColumn, int startRow,
            int maximumRows)
        {
            var owners = Panel.Children(userId, true).Select(user => user.UserId).ToList();
            var visible = Panel.Sees(Actor, userId);
            var rows = Rows(Panel.Packages.Where(package => visible && owners.Contains(package.UserId)));
            return Tables.Page(rows, filterColumn, filterValue, sortColumn, startRow, maximumRows, 1);
        }

        [WebMethod]
        public DataSet GetNestedPackagesPaged(int packageId, string filterColumn, string filterValue, int statusId, int planId,
            int serverId, string sortColumn, int startRow, int maximumRows)
        {
            DemandRightsOnPackage(packageId);
            var children = Panel.Packages.Where(package => package.ParentPackageId == packageId
                && (statusId == 0 || package.StatusId == statusId)
                && (planId == 0 || package.PlanId == planId)
                && (serverId == 0 || package.ServerId == serverId));
            return Tables.Page(Rows(children), filterColumn, filterValue, sortColumn, startRow, maximumRows, 1);
        }

        [WebMethod]
        public DataSet GetPackageAddons(int packageId)
        {
            DemandRightsOnPackage(packageId);
            var table = Tables.Table("Table", "PackageAddonID:int", "PackageID:int", "PlanID:int", "Quantity:int",
                "PurchaseDate:date", "StatusID:int", "Comments", "PlanName", "PlanDescription");
            foreach (var addon in Panel.Addons.Where(addon => addon.PackageId == packageId))
            {
                var plan = Panel.FindPlan(addon.PlanId);
                table.Rows.Add(addon.PackageAddonId, addon.PackageId, addon.PlanId, addon.Quantity, addon.PurchaseDate,
                    addon.StatusId, addon.Comments, plan?.PlanName, plan?.PlanDescription);
            }
            return Tables.Set(table);
        }

        static DataTable Rows(IEnumerable<PackageInfo> packages, params string[] more)
        {
            var table = Tables.Table("Table", new[]
            {
                "PackageID:int", "PackageName", "StatusID:int", "PurchaseDate:date", "Comments", "ServerID:int",
                "ServerName", "ServerComments", "VirtualServer:bool", "PlanID:int", "PlanName", "UserID:int", "Username",
                "FirstName", "LastName", "FullName", "RoleID:int", "Email",
            }.Concat(more).ToArray());
            foreach (var package in packages)
            {
                var user = Panel.FindUser(package.UserId);
                var row = table.Rows.Add(package.PackageId, package.PackageName, package.StatusId, package.PurchaseDate,
                    user.Comments, package.ServerId, "web01", "", false, package.PlanId,
                    Panel.FindPlan(package.PlanId)?.PlanName, user.UserId, user.Username, user.FirstName, user.LastName,
                    $"{user.FirstName} {user.LastName}", user.RoleId, user.Email);
                if (more.Length > 0) row["ParentPackageID"] = package.ParentPackageId;
            }
            return table;
        }
    }
}
