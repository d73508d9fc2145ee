// Peer for tests: the reads of esUsers.asmx.
using System.Collections.Generic;
using System.Data;
using System.Linq;
using System.Web.Services;

namespace Peer
{
    [WebService(Namespace = Panel.Namespace)]
    [WebServiceBinding(ConformsTo = WsiProfiles.BasicProfile1_1)]
    public partial class esUsers : PanelService
    {
        [WebMethod]
        public bool UserExists(string username) => Panel.FindUser(username) != null;

        [WebMethod]
        public UserInfo GetUserById(int userId) => Visible(Panel.FindUser(userId));

        [WebMethod]
        public UserInfo GetUserByUsername(string username) => Visible(Panel.FindUser(username));

        [WebMethod]
        public List<UserInfo> GetUsers(int ownerId, bool recursive) => Panel.Sees(Actor, ownerId)
            ? Panel.Children(ownerId, recursive).Select(ListRow).ToList()
            : new List<UserInfo>();

        [WebMethod]
        public List<UserInfo> GetUserPeers(int userId) => Panel.Sees(Actor, userId)
            ? Panel.Users.Where(user => user.OwnerId == userId && user.IsPeer).Select(ListRow).ToList()
            : new List<UserInfo>();

        [WebMethod]
        public DataSet GetUsersPaged(int userId, string filterColumn, string filterValue, int statusId, int roleId,
            string sortColumn, int startRow, int maximumRows) =>
            Tables.Page(Rows(userId, false, statusId, roleId), filterColumn, filterValue, sortColumn, startRow, maximumRows, 0);

        [WebMethod]
        public DataSet GetUsersPagedRecursive(int userId, string filterColumn, string filterValue, int statusId, int roleId,
            string sortColumn, int startRow, int maximumRows) =>
            Tables.Page(Rows(userId, true, statusId, roleId), filterColumn, filterValue, sortColumn, startRow, maximumRows, 0);

        // Missing and out of sight look the same; AdditionalParams is written but never read back.
        UserInfo Visible(UserInfo user)
        {
            if (user == null || !Panel.Sees(Actor, user.UserId)) return null;
            var copy = user.Copy();
            copy.AdditionalParams = null;
            return copy;
        }

        // A list row lacks address, phones and mail settings.
        static UserInfo ListRow(UserInfo user)
        {
            var row = user.Copy();
            row.PrimaryPhone = row.SecondaryPhone = row.Fax = row.InstantMessenger = row.SecondaryEmail = null;
            row.Zip = row.Country = row.Address = row.City = row.State = row.AdditionalParams = null;
            row.HtmlMail = false;
            return row;
        }

        DataTable Rows(int ownerId, bool deep, int statusId, int roleId)
        {
            var table = Tables.Table("Table", "UserID:int", "RoleID:int", "StatusID:int", "SubscriberNumber",
                "LoginStatusId:int", "FailedLogins:int", "OwnerID:int", "Created:date", "Changed:date", "IsDemo:bool", "Comments", "IsPeer:bool",
                "Username", "FirstName", "LastName", "Email", "FullName", "OwnerUsername", "OwnerFirstName", "OwnerLastName",
                "OwnerRoleID:int", "OwnerFullName", "OwnerEmail", "PackagesNumber:int", "CompanyName", "EcommerceEnabled:bool");
            if (!Panel.Sees(Actor, ownerId)) return table;
            var wanted = Panel.Children(ownerId, deep)
                .Where(user => statusId == 0 || user.StatusId == statusId)
                .Where(user => roleId == 0 || user.RoleId == roleId);
            foreach (var user in wanted)
            {
                var owner = Panel.FindUser(user.OwnerId);
                table.Rows.Add(user.UserId, user.RoleId, user.StatusId, null, 0, 0, user.OwnerId, user.Created, user.Changed,
                    user.IsDemo, user.Comments, user.IsPeer, user.Username, user.FirstName, user.LastName, user.Email,
                    $"{user.FirstName} {user.LastName}", owner.Username, owner.FirstName, owner.LastName, owner.RoleId,
                    $"{owner.FirstName} {owner.LastName}", owner.Email,
                    Panel.Packages.Count(package => package.UserId == user.UserId), user.CompanyName, user.EcommerceEnabled);
            }
            return table;
        }
    }
}
