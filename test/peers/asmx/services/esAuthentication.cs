// Peer for tests: esAuthentication.asmx, the service that needs no credentials of its own.
using System.Web.Services;

namespace Peer
{
    [WebService(Namespace = Panel.Namespace)]
    [WebServiceBinding(ConformsTo = WsiProfiles.BasicProfile1_1)]
    public class esAuthentication : PanelService
    {
        [WebMethod]
        public int AuthenticateUser(string username, string password, string ip)
        {
            var user = Panel.FindUser(username);
            if (user == null) return -109;
            if (Panel.PasswordOf(user) != password) return -110;
            // A suspended account passes here.
            return user.Status == UserStatus.Cancelled ? -105 : user.Status == UserStatus.Pending ? -103 : 0;
        }

        [WebMethod]
        public UserInfo GetUserByUsernamePassword(string username, string password, string ip) =>
            AuthenticateUser(username, password, ip) == 0 ? Panel.FindUser(username) : null;
    }
}
