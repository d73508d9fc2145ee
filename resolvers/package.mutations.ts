import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { ExceededQuotaType } from '../schema/exceeded-quota.type.js';
import {
  AddPackageAddonInput,
  ChangePackageStatusInput,
  CreatePackageInput,
  PackageAddonInput,
  PackageInput,
  RenamePackageInput,
  UpdatePackageAddonInput,
  UpdatePackageInput,
} from '../schema/inputs/package.inputs.js';
import { PackageAddonType, PackageType } from '../schema/package.type.js';
import { payloadOf } from '../schema/payload.js';
import { TaskType } from '../schema/task.type.js';
import type { GatewayContext } from '../src/context.js';
import { write } from './write.js';

const hostingSpace = { package: [() => PackageType, 'The package, as it is now.'] } as const;
const packageAddon = { packageAddon: [() => PackageAddonType, 'The addon, as it is now.'] } as const;
const exceededQuotas = {
  exceededQuotas: [
    () => [ExceededQuotaType],
    'Limits of the space above that kept it from happening; empty when there were none, null when the panel did not look.',
  ],
} as const;
const deleted = { deletedId: [() => ID, 'Id of what is no more.'] } as const;
const task = {
  task: [() => TaskType, 'The work that the panel still does for it: it has ended when the package is gone.'],
} as const;

const ONE = { ids: { packageId: 'Package' } } as const;
const ADDON = { ids: { addonId: 'PackageAddon' } } as const;
const PLAN = { planId: 'HostingPlan' } as const;

const CreatePackagePayload = payloadOf('createPackage', { ...hostingSpace, ...exceededQuotas });
const UpdatePackagePayload = payloadOf('updatePackage', { ...hostingSpace, ...exceededQuotas });
const RenamePackagePayload = payloadOf('renamePackage', hostingSpace);
const ChangePackageStatusPayload = payloadOf('changePackageStatus', hostingSpace);
const DeletePackagePayload = payloadOf('deletePackage', { ...deleted, ...task });
const AddPackageAddonPayload = payloadOf('addPackageAddon', { ...packageAddon, ...exceededQuotas });
const UpdatePackageAddonPayload = payloadOf('updatePackageAddon', { ...packageAddon, ...exceededQuotas });
const DeletePackageAddonPayload = payloadOf('deletePackageAddon', deleted);

@Resolver()
export class PackageMutations {
  @Mutation(() => CreatePackagePayload, {
    nullable: true,
    description: 'Gives an account a package by a plan. MSPC.',
  })
  createPackage(
    @Arg('input', () => CreatePackageInput) input: CreatePackageInput,
    @Ctx() context: GatewayContext,
  ) {
    return write(context, 'createPackage', { ...input }, { ids: { accountId: 'Account', ...PLAN } });
  }

  @Mutation(() => UpdatePackagePayload, {
    nullable: true,
    description: 'Changes properties of a package. MSPC.',
  })
  updatePackage(
    @Arg('input', () => UpdatePackageInput) input: UpdatePackageInput,
    @Ctx() context: GatewayContext,
  ) {
    return write(context, 'updatePackage', { ...input }, { ids: { ...ONE.ids, ...PLAN } });
  }

  @Mutation(() => RenamePackagePayload, {
    nullable: true,
    description: 'Gives a package another name. MSPC.',
  })
  renamePackage(
    @Arg('input', () => RenamePackageInput) input: RenamePackageInput,
    @Ctx() context: GatewayContext,
  ) {
    return write(context, 'renamePackage', { ...input }, ONE);
  }

  @Mutation(() => ChangePackageStatusPayload, {
    nullable: true,
    description: 'Puts a package, and all packages below it, in another state. MSPC.',
  })
  changePackageStatus(
    @Arg('input', () => ChangePackageStatusInput) input: ChangePackageStatusInput,
    @Ctx() context: GatewayContext,
  ) {
    return write(context, 'changePackageStatus', { ...input }, ONE);
  }

  @Mutation(() => DeletePackagePayload, {
    nullable: true,
    description: 'Removes a package with all its data; the panel goes on with that after its answer. MSPC.',
  })
  deletePackage(@Arg('input', () => PackageInput) input: PackageInput, @Ctx() context: GatewayContext) {
    return write(context, 'deletePackage', { ...input }, ONE);
  }

  @Mutation(() => AddPackageAddonPayload, {
    nullable: true,
    description: 'Adds to a package what an addon plan offers. MSPC.',
  })
  addPackageAddon(
    @Arg('input', () => AddPackageAddonInput) input: AddPackageAddonInput,
    @Ctx() context: GatewayContext,
  ) {
    return write(context, 'addPackageAddon', { ...input }, { ids: { ...ONE.ids, ...PLAN } });
  }

  @Mutation(() => UpdatePackageAddonPayload, {
    nullable: true,
    description: 'Changes properties of what was bought on top of a package. MSPC.',
  })
  updatePackageAddon(
    @Arg('input', () => UpdatePackageAddonInput) input: UpdatePackageAddonInput,
    @Ctx() context: GatewayContext,
  ) {
    return write(context, 'updatePackageAddon', { ...input }, { ids: { ...ADDON.ids, ...PLAN } });
  }

  @Mutation(() => DeletePackageAddonPayload, {
    nullable: true,
    description: 'Takes away what was bought on top of a package. MSPC.',
  })
  deletePackageAddon(
    @Arg('input', () => PackageAddonInput) input: PackageAddonInput,
    @Ctx() context: GatewayContext,
  ) {
    return write(context, 'deletePackageAddon', { ...input }, ADDON);
  }
}
