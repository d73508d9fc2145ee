// Peer for tests: the hosting addon methods that only the MSPC Integration API names; the builds for panels of
// WebsitePanel's line leave them out.
#if !WITHOUT_ADDON_METHODS
using System.Web.Services;

namespace Peer
{
    public partial class esPackages
    {
        [WebMethod]
        public int AddHostingAddon(HostingPlanInfo plan)
        {
            plan.IsAddon = true;
            return AddHostingPlan(plan);
        }

        [WebMethod]
        public PackageResult UpdateHostingAddon(HostingPlanInfo plan) => UpdateHostingPlan(plan);

        [WebMethod]
        public int DeleteHostingAddon(int planId) => DeleteHostingPlan(planId);
    }
}
#endif
