import { describe, expect, it } from 'vitest';
import { mspcOperations } from '../../../../adapters/mspc/operations/index.js';
import { addPackage } from '../../../../adapters/mspc/operations/package-writes.js';
import { createMspcJudge } from '../../../../adapters/mspc/writes/judge.js';

const refusalIn = (answer: unknown) =>
  createMspcJudge('mspc', mspcOperations).refusalIn?.({ operation: addPackage, params: {} }, answer);

const row = (QuotaID: number, QuotaName: string | null, QuotaValue: number | null) => ({
  QuotaID,
  QuotaName,
  QuotaValue,
});

describe('the judge of native writes', () => {
  it('tells which quotas a refusal is for, and by how much each is exceeded', () => {
    const Table = [row(52, 'OS.Diskspace', 5000), row(13, null, 2), row(14, 'Mail.Accounts', null)];
    expect(refusalIn({ Result: -305, ExceedingQuotas: { Table } })).toEqual({
      native: {
        backend: 'mspc',
        method: 'AddPackage',
        code: 'PACKAGE_QUOTA_EXCEED',
        message: 'Exceeding quotas: OS.Diskspace by 5000, 13 by 2, Mail.Accounts by ?',
      },
      final: true,
    });
  });

  it('adds no words where the panel has none', () => {
    expect(refusalIn({ Result: -112, ExceedingQuotas: null })?.native.message).toBeNull();
    expect(refusalIn({ Result: 901, ExceedingQuotas: { Table: [] } })).toBeNull();
  });
});
