// Peer for tests: what all services of the panel share: who is calling, and what that account may do.
using System;
using System.Linq;
using System.Web;
using System.Web.Services;

namespace Peer
{
    public abstract class PanelService : WebService
    {
        protected static readonly UserRole[] Resellers = { UserRole.Administrator, UserRole.Reseller };
        protected static readonly UserRole[] ResellersAndSupport =
        {
            UserRole.Administrator, UserRole.Reseller, UserRole.ResellerCSR, UserRole.PlatformCSR,
        };

        /// <summary>The account of the Basic credentials, null for a service that needs none.</summary>
        protected readonly UserInfo Actor = Gate.Identify(HttpContext.Current.Request.Headers["Authorization"]);

        /// <summary>0, or the code that refuses a demo account.</summary>
        protected int DemoRefusal() => Actor.IsDemo ? -106 : 0;

        /// <summary>0, or the code that refuses a demo account, then one that is not active.</summary>
        protected int Refusal()
        {
            if (Actor.IsDemo) return -106;
            switch (Actor.Status)
            {
                case UserStatus.Pending: return -103;
                case UserStatus.Suspended: return -104;
                case UserStatus.Cancelled: return -105;
                default: return 0;
            }
        }

        /// <summary>The same, then the code that refuses a role.</summary>
        protected int Refusal(UserRole[] roles)
        {
            var refusal = Refusal();
            return refusal == 0 && !roles.Contains(Actor.Role) ? -112 : refusal;
        }

        /// <summary>Fails as the panel's stored procedures do when the account is out of the actor's reach.</summary>
        protected void DemandRights(int userId)
        {
            if (Panel.Rules(Actor, userId)) return;
            throw new UnauthorizedAccessException("You are not allowed to access this account");
        }
    }
}
